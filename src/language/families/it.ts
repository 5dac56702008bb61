/** Word families of a language, parted by a bar or a line: words that ask and tell the same thing. Written from general knowledge of the language. */
export const IT_FAMILIES = `
comprare acquistare acquisto|vendere vendita|costare costo prezzo pagare|soldi denaro fondi
salire aumentare crescita aumento rialzo|scendere calare calo diminuire ridurre|morire uccidere|ferire ferito
capo direttore presidente guida|dire affermare dichiarare annunciare spiegare|azienda società impresa ditta
auto macchina vettura veicolo|vietare divieto proibire|permettere consentire|città località comune|paese stato nazione
pioggia piovere piogge rovescio precipitazione maltempo temporale|sole soleggiato alta|freddo gelo gelido calo termico
caldo temperatura grado|area settore|iniziare cominciare inizio|finire terminare fine cessare smettere
studio ricerca indagine|legge regola norma|aiutare aiuto sostegno|arrivare giungere raggiungere
`;
