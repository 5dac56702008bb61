import { describe, expect, it } from 'vitest';
import { candidateFrom } from '../../src/digest/candidate.ts';
import { clustered } from '../../src/digest/cluster.ts';
import { ranked } from '../../src/digest/rank.ts';
import { DigestSettings } from '../../src/model/subscription.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
let count = 0;
const candidate = (site: string, title: string, text: string, hours = 3) => {
  count += 1;
  const publishedAt = new Date(NOW.getTime() - hours * 3_600_000).toISOString();
  const entry = {
    id: `e${count}`,
    feedId: site,
    link: `https://${site}/${count}`,
    title,
    html: `<p>${text}</p>`,
    publishedAt,
    seenAt: publishedAt,
  };
  return candidateFrom(entry, { title: site, url: `https://${site}/feed`, siteUrl: `https://${site}/` });
};
const PLANT = [
  candidate(
    'post.example',
    'Northwind opens battery plant in Kiruna',
    'Northwind opened a battery plant in Kiruna on Monday and hired 1,200 people. The plant cost $86 million.',
  ),
  candidate(
    'wire.example',
    'Battery maker Northwind starts production at Kiruna plant',
    'The first cells left the hall of the Kiruna plant on Monday, Northwind said. About 1,200 people work there.',
  ),
  candidate(
    'herald.example',
    'Kiruna plant of Northwind goes into operation',
    'A battery plant that cost $86 million went into operation in Kiruna. Northwind has hired 1,200 workers.',
    5,
  ),
];
const OTHERS = [
  candidate(
    'post.example',
    'Northwind recalls scooters after fires',
    'Northwind is recalling 40,000 electric scooters in Germany after three fires in garages in Hamburg, the company said.',
  ),
  candidate(
    'wire.example',
    'Kiruna votes for a new town hall',
    'The people of Kiruna voted on Sunday for a new town hall that is to be built beside the church by 2029.',
  ),
  candidate(
    'wire.example',
    'Ferry between Harwich and Esbjerg to sail again',
    'The ferry line sails again from April with two ships for 900 passengers each.',
  ),
];
const settings = (fields: Partial<DigestSettings> = {}) => DigestSettings.parse(fields);
const titles = (clusters: ReturnType<typeof clustered>) =>
  clusters.map(({ lead, others }) => [lead, ...others].map(({ entry }) => entry.id).toSorted()).toSorted();

describe('entries of several feeds', () => {
  it('that tell one story become one, and stories that share a name stay apart', () => {
    const found = titles(clustered([...PLANT, ...OTHERS]));
    expect(found).toContainEqual(PLANT.map(({ entry }) => entry.id).toSorted());
    expect(found).toHaveLength(4);
  });

  it('are joined the same, in whatever order they come', () => {
    const all = [...PLANT, ...OTHERS];
    expect(titles(clustered(all.toReversed()))).toEqual(titles(clustered(all)));
  });

  it('with the same link are one', () => {
    const [first] = PLANT;
    if (first === undefined) return;
    const copy = {
      ...first,
      entry: { ...first.entry, id: 'copy', title: 'Quite another headline', feedId: 'x' },
      text: '',
      terms: new Map(),
    };
    expect(clustered([first, copy])).toHaveLength(1);
  });

  it('weeks apart are two stories', () => {
    const [first] = PLANT;
    if (first === undefined) return;
    const later = candidate(
      'post.example',
      first.entry.title ?? '',
      'Northwind opened a battery plant in Kiruna on Monday and hired 1,200 people.',
      500,
    );
    expect(clustered([first, later])).toHaveLength(2);
  });
});

describe('a story', () => {
  const order = (fields: Partial<DigestSettings>, votes: [string, number][] = []) =>
    ranked(clustered([...PLANT, ...OTHERS]), { settings: settings(fields), votes: new Map(votes) }, NOW);

  it('that many tell comes first, and says why', () => {
    const [first] = order({}).stories;
    expect(first?.cluster.others).toHaveLength(2);
    expect(first?.reasons[0]).toMatch(/^told by 3 sites: /);
  });

  it('that is fresh comes before one that is not', () => {
    const fresh = candidate('a.example', 'Bridge closed', 'The bridge over the Elbe is closed.', 1);
    const stale = candidate('b.example', 'Bridge open', 'The bridge over the Rhine is open again.', 60);
    const { stories } = ranked(clustered([stale, fresh]), { settings: settings(), votes: new Map() }, NOW);
    expect(stories.map(({ cluster }) => cluster.lead.entry.id)).toEqual([fresh.entry.id, stale.entry.id]);
  });

  it('dated in the future counts from when it was seen', () => {
    const future = candidate('a.example', 'Tomorrow', 'A story with a wrong clock.', -48);
    const seen = { ...future, entry: { ...future.entry, seenAt: '2026-11-21T08:00:00.000Z' } };
    const { stories } = ranked(clustered([seen]), { settings: settings(), votes: new Map() }, NOW);
    expect(stories[0]?.reasons).toContain('published 2 days ago');
  });

  it('is left out for a muted word, whole words only, and says which', () => {
    const { stories, unwanted } = order({ mute: ['ferry', 'fire'] });
    expect(unwanted.map(([, reason]) => reason)).toEqual(['muted here by “ferry”']);
    expect(stories).toHaveLength(3);
  });

  it('has to hold a followed word where there are any', () => {
    expect(order({ only: ['town hall'] }).stories.map(({ cluster }) => cluster.lead.entry.title)).toEqual([
      'Kiruna votes for a new town hall',
    ]);
  });

  it('rises and falls with what the channel asked for', () => {
    const place = (votes: [string, number][]) =>
      order({}, votes).stories.findIndex(({ cluster }) => cluster.lead.entry.title?.startsWith('Ferry'));
    expect(place([['wire.example', 4]])).toBeLessThan(place([['wire.example', -4]]));
    expect(order({}, [['wire.example', 2]]).stories.flatMap(({ reasons }) => reasons)).toContain(
      'this channel asked for more from wire.example',
    );
  });
});
