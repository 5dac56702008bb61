import { readFileSync } from 'node:fs';
import { provideGrammars } from '../language/grammar/grammar.ts';
import { provideLexicons, type LexiconName } from '../language/lexicons.ts';

const GRAMMARS = new URL('../language/grammar/data/', import.meta.url);
const LEXICONS = new URL('../language/data/', import.meta.url);
const LANGUAGES = new Set(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl']);

// What was learnt of languages is pure: whoever runs the engine brings the files. Each is read when it is first needed.
provideGrammars((language) => (LANGUAGES.has(language) ? readFileSync(new URL(`${language}.bin`, GRAMMARS)) : null));
provideLexicons((language, name) => (hasLexicon(language, name) ? readFileSync(new URL(`${language}-${name}.bin`, LEXICONS)) : null));

function hasLexicon(language: string, name: LexiconName): boolean {
  return language === 'en' || (language === 'de' && name === 'thesaurus');
}
