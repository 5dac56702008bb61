/** Word families of a language, parted by a bar or a line: words that ask and tell the same thing. Written from general knowledge of the language. */
export const DE_FAMILIES = `
kaufen kauf erwerben erwerb übernehmen übernahme anschaffen|verkaufen verkauf absatz veräußern abgesetzt
kosten preis zahlen bezahlen betrag gebühr ausgeben beitrag|bekommen kriegen erhalten gewähren
geld finanzen mittel förderung zuschuss prämie vergütung|verdienen gewinn ertrag lohn gehalt einkommen
steigen zunehmen wachsen zunahme wachstum anstieg plus erhöhen erhöhung zulegen
fallen sinken sinkt abnehmen rückgang minus schrumpfen verringern senken
töten tod tot tote sterben starb gestorben opfer leben|verletzen verletzt verletzte verwundet
chef leiter leitung vorsitzender geschäftsführer präsident führen
sagen mitteilen erklären betonen äußern verkünden berichten|unternehmen konzern hersteller anbieter
auto wagen fahrzeug pkw|haus gebäude wohnung heim|arbeit job stelle beschäftigung arbeitsplatz
mitarbeiter beschäftigte angestellte personal|verbieten verbot untersagen
erlauben dürfen zulassen genehmigen genehmigung|polizei beamte|gericht richter urteil prozess|anwalt jurist verteidiger
gesetz regel vorschrift verordnung|stadt ort gemeinde kommune|land staat nation bundesland region
strom energie elektrizität|heizen heizung wärme wärmepumpe|beginnen anfangen starten start anfang auftakt
enden ende schluss beenden schließen|bauen bau errichten errichtung|plan planen vorhaben wollen beabsichtigen projekt
studie untersuchung umfrage erhebung|zahl anzahl menge daten|anteil prozent teil quote
schießen erlegen abschuss erlegung jagd|jäger jagdausübungsberechtigte jagen|helfen hilfe unterstützen unterstützung
danken dank bedanken|gefahr risiko gefährlich drohen|schaden schäden beschädigen kaputt defekt
fahren fahrt reise verkehr|kind kinder jugend junge mädchen|groß größe hoch höhe|grund ursache weil wegen
veröffentlichen erscheinen herausgeben herausgekommen erstmals|mieten miete leasing leihen
versicherung versichern police
`;
