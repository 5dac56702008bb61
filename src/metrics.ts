import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Meter } from './ports.ts';

export interface Metrics {
  meter: Meter;
  /** All of it in Prometheus' text format, https://prometheus.io/docs/instrumenting/exposition_formats/ */
  text(): Promise<string>;
  contentType: string;
}

const SECONDS = [0.05, 0.1, 0.3, 1, 3, 10, 30, 120, 600];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'brevier_requests_total',
    help: 'Requests of people, by kind and outcome (answered, silent, refused, failed).',
    labelNames: ['act', 'outcome'],
    registers: [registry],
  });
  const answering = new Histogram({
    name: 'brevier_request_seconds',
    help: 'From a request to its answer.',
    labelNames: ['act'],
    buckets: SECONDS,
    registers: [registry],
  });
  const deliveries = new Counter({
    name: 'brevier_deliveries_total',
    help: 'Messages of digests, by platform and state (delivered, uncertain, failed, pending).',
    labelNames: ['platform', 'state'],
    registers: [registry],
  });
  const answers = new Counter({
    name: 'brevier_answers_total',
    help: 'Answers in chats, by platform and outcome (given, again: after another attempt, elsewhere: by another way, lost).',
    labelNames: ['platform', 'outcome'],
    registers: [registry],
  });
  const lag = new Histogram({
    name: 'brevier_digest_lag_seconds',
    help: 'From the slot to the last message of a digest.',
    buckets: SECONDS,
    registers: [registry],
  });
  const feeds = new Counter({
    name: 'brevier_feed_reads_total',
    help: 'Readings of feeds, by outcome (read, failed, paused).',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const opinions = new Counter({
    name: 'brevier_opinions_total',
    help: 'Presses of Helpful (yes) and Not helpful (no) under briefs.',
    labelNames: ['helpful'],
    registers: [registry],
  });
  const asked = new Counter({
    name: 'brevier_model_requests_total',
    help: 'Briefs and answers asked of the language model, by outcome (written, failed, refused by a cap or a pause).',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const tokens = new Counter({
    name: 'brevier_model_tokens_total',
    help: 'Tokens read and written by the language model.',
    registers: [registry],
  });
  const dollars = new Counter({
    name: 'brevier_model_dollars_total',
    help: 'What the language model cost, where BREVIER_LLM_PRICE says what a token costs.',
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    meter: {
      request: (act, outcome, seconds) => {
        requests.inc({ act, outcome });
        answering.observe({ act }, seconds);
      },
      delivery: (platform, state) => deliveries.inc({ platform, state }),
      answer: (platform, outcome) => answers.inc({ platform, outcome }),
      digestDone: (lagSeconds) => lag.observe(lagSeconds),
      feedRead: (outcome) => feeds.inc({ outcome }),
      model: (outcome) => asked.inc({ outcome }),
      spent: (count, cost) => {
        tokens.inc(count);
        dollars.inc(cost);
      },
      judged: (isHelpful) => opinions.inc({ helpful: isHelpful ? 'yes' : 'no' }),
    },
  };
}
