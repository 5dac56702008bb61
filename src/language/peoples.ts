import { languageFor } from './tables.ts';
import { stemOf } from './stem.ts';

/** Countries with their adjectives, one a line: the one thing besides itself that may stand for a name. */
const PEOPLES = `
afghanistan afghan|albania albanian|algeria algerian|america american u.s usa|argentina argentine argentinian|armenia armenian
australia australian aussie|austria austrian|azerbaijan azerbaijani|bangladesh bangladeshi|belarus belarusian|belgium belgian
bolivia bolivian|bosnia bosnian|brazil brazilian|britain british briton uk u.k|bulgaria bulgarian|cambodia cambodian
cameroon cameroonian|canada canadian|chile chilean|china chinese|colombia colombian|croatia croatian croat|cuba cuban
cyprus cypriot|czech czechia|denmark danish dane|ecuador ecuadorian|egypt egyptian|england english|estonia estonian
ethiopia ethiopian|europe european eu|finland finnish finn|france french|georgia georgian|germany german|ghana ghanaian
greece greek|guatemala guatemalan|haiti haitian|honduras honduran|hungary hungarian|iceland icelandic|india indian
indonesia indonesian|iran iranian|iraq iraqi|ireland irish|israel israeli|italy italian|jamaica jamaican|japan japanese
jordan jordanian|kazakhstan kazakh|kenya kenyan|korea korean|kosovo kosovan|kuwait kuwaiti|latvia latvian|lebanon lebanese
liberia liberian|libya libyan|lithuania lithuanian|malaysia malaysian|mali malian|malta maltese|mexico mexican|morocco moroccan
myanmar burma burmese|nepal nepalese nepali|netherlands dutch holland|nicaragua nicaraguan|nigeria nigerian|norway norwegian
pakistan pakistani|palestine palestinian|panama panamanian|paraguay paraguayan|peru peruvian|philippines filipino philippine
poland polish pole|portugal portuguese|qatar qatari|romania romanian|russia russian|rwanda rwandan|saudi arabia|scotland scottish scot
senegal senegalese|serbia serbian serb|singapore singaporean|slovakia slovak|slovenia slovenian|somalia somali|spain spanish spaniard
sudan sudanese|sweden swedish swede|switzerland swiss|syria syrian|taiwan taiwanese|tanzania tanzanian|thailand thai|tunisia tunisian
turkey turkish turk|uganda ugandan|ukraine ukrainian|uruguay uruguayan|venezuela venezuelan|vietnam vietnamese|wales welsh
yemen yemeni|zambia zambian|zimbabwe zimbabwean|conservative tory|republican gop|democrat dem
texas texan|california californian|florida floridian|hawaii hawaiian|alaska alaskan|london londoner|paris parisian|berlin berliner
africa african|asia asian|catalonia catalan|bavaria bavarian|sicily sicilian|gaza gazan|crimea crimean|chechnya chechen|tibet tibetan|kurdistan kurdish kurd`;

let families: ReadonlyMap<string, readonly string[]> | null = null;

/** Stems of the same country's name and people; none for other names and in a language without such a table. */
export function peopleOf(stem: string, language: string): readonly string[] {
  if (languageFor(language).code !== 'en') return [];
  families ??= new Map(
    PEOPLES.trim()
      .split(/[|\n]/u)
      .flatMap((line) => {
        const stems = [...new Set(line.split(' ').map((word) => stemOf(word, 'en')))];
        return stems.map((own) => [own, stems.filter((other) => other !== own)] as const);
      }),
  );
  return families.get(stem) ?? [];
}
