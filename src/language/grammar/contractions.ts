/** Preposition and article in one word, as the treebanks take them apart; only words that are always both. */
const CONTRACTIONS: Readonly<Record<string, string>> = {
  de: 'im=in dem|am=an dem|zum=zu dem|zur=zu der|vom=von dem|beim=bei dem|ins=in das|ans=an das|aufs=auf das|ums=um das|übers=über das',
  fr: 'du=de le|des=de les|au=à le|aux=à les|duquel=de lequel|auquel=à lequel|auxquels=à lesquels|auxquelles=à lesquelles|desquels=de lesquels|desquelles=de lesquelles',
  es: 'del=de el|al=a el',
  pt: 'do=de o|da=de a|dos=de os|das=de as|no=em o|na=em a|nos=em os|nas=em as|ao=a o|aos=a os|à=a a|às=a as|pelo=por o|pela=por a|pelos=por os|pelas=por as|num=em um|numa=em uma|dum=de um|duma=de uma|deste=de este|desta=de esta|destes=de estes|destas=de estas|dele=de ele|dela=de ela|deles=de eles|delas=de elas|disso=de isso|nesta=em esta|neste=em este',
  it: 'del=di il|dello=di lo|della=di la|dei=di i|degli=di gli|delle=di le|al=a il|allo=a lo|alla=a la|ai=a i|agli=a gli|alle=a le|nel=in il|nello=in lo|nella=in la|nei=in i|negli=in gli|nelle=in le|dal=da il|dallo=da lo|dalla=da la|dai=da i|dagli=da gli|dalle=da le|sul=su il|sullo=su lo|sulla=su la|sui=su i|sugli=su gli|sulle=su le|dell’=di l’|all’=a l’|nell’=in l’|dall’=da l’|sull’=su l’|col=con il',
};

const TABLES: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map(
  Object.entries(CONTRACTIONS).map(([language, table]) => [
    language,
    new Map(
      table.split('|').map((entry) => {
        const [whole = '', parts = ''] = entry.split('=');
        return [whole, parts.split(' ')];
      }),
    ),
  ]),
);

/** The words of a contraction; null for any other word. `lower` has the typographic apostrophe. */
export function partsOf(lower: string, language: string): readonly string[] | null {
  return TABLES.get(language)?.get(lower) ?? null;
}
