import type { Fault } from './fault.ts';

/** Why a claim was refused, in plain English, for the model that gets one more try and for whoever asks. */
export function reasonOf({ kind, words }: Fault, claim: string, cited: readonly number[]): string {
  const there = cited.map((id) => `[${id}]`).join(' ');
  const isClaimed = claim.toLowerCase().includes(words.toLowerCase());
  const named = `“${words}”`;
  switch (kind) {
    case 'citation':
      return 'it names no sentence that is there';
    case 'number':
    case 'date':
    case 'name':
      return `${named} is not what ${there} says`;
    case 'unit':
      return `${named} has another unit in ${there}`;
    case 'qualifier':
      return `${named} has another qualifier (such as about, more than, up to) in ${there}`;
    case 'relation':
      return `${named}: who does what to whom is another in ${there}`;
    case 'speaker':
      return isClaimed ? `${there} does not have ${named} say it` : `${there} has ${named} say it, and the claim leaves that out`;
    case 'quote':
      return `${named} is not word for word in ${there}`;
    case 'hedge':
    case 'negation':
      return isClaimed ? `${named} is not what ${there} says` : `${there} says ${named}, and the claim leaves that out`;
    case 'word':
      return `nothing in ${there} means ${named}`;
    case 'quantity':
      return `${there} does not say ${named} of them`;
    case 'cause':
      return `${there} does not give that reason (${named})`;
    case 'link':
      return `${named} is an address or markup that ${there} does not have`;
    case 'letters':
      return `${named} is written with other letters than in ${there}`;
    default:
      return kind satisfies never;
  }
}
