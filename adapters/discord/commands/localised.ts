/** Locales that Discord names, https://docs.discord.com/developers/reference#locales */
type Locale = 'de' | 'fr' | 'es-ES';
type Words = Readonly<Record<Locale, string>>;

/** Names and descriptions in other languages, by the English description. A name is `name | description`. */
const WORDS: Readonly<Record<string, Words>> = {
  'A short brief of an article, with proof for every line': {
    de: 'Ein kurzer Überblick über einen Artikel, mit Beleg für jede Zeile',
    fr: 'Un bref résumé d’un article, avec une preuve pour chaque ligne',
    'es-ES': 'Un breve resumen de un artículo, con prueba de cada línea',
  },
  'Link to the article': { de: 'Link zum Artikel', fr: 'Lien vers l’article', 'es-ES': 'Enlace al artículo' },
  'The text itself': { de: 'Der Text selbst', fr: 'Le texte lui-même', 'es-ES': 'El propio texto' },
  'A text, Markdown, HTML or PDF file': {
    de: 'Eine Text-, Markdown-, HTML- oder PDF-Datei',
    fr: 'Un fichier texte, Markdown, HTML ou PDF',
    'es-ES': 'Un archivo de texto, Markdown, HTML o PDF',
  },
  'How long': { de: 'Wie lang', fr: 'Longueur', 'es-ES': 'Extensión' },
  'Only the key figures, as a list or as an image': {
    de: 'Nur die wichtigsten Zahlen, als Liste oder als Bild',
    fr: 'Seulement les chiffres clés, en liste ou en image',
    'es-ES': 'Solo las cifras clave, como lista o imagen',
  },
  'Only you see the answer (yes, unless the channel says otherwise)': {
    de: 'Nur du siehst die Antwort (ja, wenn der Kanal nichts anderes sagt)',
    fr: 'Vous seul voyez la réponse (oui, sauf règle du salon)',
    'es-ES': 'Solo tú ves la respuesta (sí, salvo regla del canal)',
  },
  'Ask about the article last briefed here': {
    de: 'Fragen zum zuletzt hier gelesenen Artikel',
    fr: 'Poser une question sur le dernier article résumé ici',
    'es-ES': 'Preguntar sobre el último artículo resumido aquí',
  },
  'Your question': { de: 'Deine Frage', fr: 'Votre question', 'es-ES': 'Tu pregunta' },
  'Another article than the last one': {
    de: 'Ein anderer Artikel als der letzte',
    fr: 'Un autre article que le dernier',
    'es-ES': 'Otro artículo distinto del último',
  },
  'Digests of feeds, scheduled or at once': {
    de: 'Digests aus Feeds, geplant oder sofort',
    fr: 'Revues de flux, planifiées ou immédiates',
    'es-ES': 'Resúmenes de fuentes, programados o al momento',
  },
  'Your saved articles, the rules here, and help': {
    de: 'Gemerkte Artikel, die Regeln hier und Hilfe',
    fr: 'Vos articles gardés, les règles d’ici et l’aide',
    'es-ES': 'Tus artículos guardados, las reglas de aquí y ayuda',
  },
};

/** Option and subcommand names. Discord takes lower-case letters, digits, hyphens. */
const NAMES: Readonly<Record<string, Words>> = {
  text: { de: 'text', fr: 'texte', 'es-ES': 'texto' },
  file: { de: 'datei', fr: 'fichier', 'es-ES': 'archivo' },
  length: { de: 'länge', fr: 'longueur', 'es-ES': 'longitud' },
  show: { de: 'zeige', fr: 'montrer', 'es-ES': 'mostrar' },
  private: { de: 'privat', fr: 'privé', 'es-ES': 'privado' },
  question: { de: 'frage', fr: 'question', 'es-ES': 'pregunta' },
  now: { de: 'jetzt', fr: 'maintenant', 'es-ES': 'ahora' },
  preview: { de: 'vorschau', fr: 'aperçu', 'es-ES': 'avance' },
  schedule: { de: 'planen', fr: 'planifier', 'es-ES': 'programar' },
  list: { de: 'liste', fr: 'liste', 'es-ES': 'lista' },
  saved: { de: 'gemerkt', fr: 'gardés', 'es-ES': 'guardados' },
  help: { de: 'hilfe', fr: 'aide', 'es-ES': 'ayuda' },
};

export function localisedName(name: string): { name_localizations?: Words } {
  return Object.hasOwn(NAMES, name) ? { name_localizations: NAMES[name] } : {};
}

export function localisedDescription(description: string): { description_localizations?: Words } {
  return Object.hasOwn(WORDS, description) ? { description_localizations: WORDS[description] } : {};
}
