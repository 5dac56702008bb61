import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BrevierError } from './errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const Port = z.coerce.number().int().min(0).max(65_535);

const Variables = z.object({
  BREVIER_DATA: z.string().min(1).default('.brevier'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  BREVIER_ALLOW_PRIVATE: z.string().default(''),
  BREVIER_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  BREVIER_WEB_PORT: Port.default(8080),
  BREVIER_WEB_HOST: z.union([z.ipv4(), z.ipv6()]).default('127.0.0.1'),
  BREVIER_WEB_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  /** Kills the process at a named point, for tests of what happens then. */
  CRASH_AT: z.string().optional(),
  BREVIER_LOG: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

export interface Config {
  /** Folder of the embedded database. */
  dataFolder: string;
  /** PostgreSQL instead of the embedded database; null for the embedded one. */
  databaseUrl: string | null;
  /** `host:port` pairs inside private networks that may be read. */
  allowPrivate: ReadonlySet<string>;
  /** Where readers reach the web workspace, without a trailing slash; null when they cannot. */
  publicUrl: string | null;
  /** Port of the web workspace; 0 takes a free one. */
  webPort: number;
  /** Address that the web workspace listens on. Not loopback only where there is a token. */
  webHost: string;
  webToken: string | null;
  logLevel: string;
  /** `<point>[:n]`, see src/deliver/crash.ts; null in every real run. */
  crashAt: string | null;
}

/**
 * The settings, from the environment over an optional JSON file named by `BREVIER_CONFIG`.
 * @throws BrevierError `config/invalid`, naming every faulty field.
 */
export function readConfig(env: Environment): { config: Config; env: Environment } {
  const merged = { ...fileSettings(env['BREVIER_CONFIG']), ...withoutEmpty(env) };
  const parsed = Variables.safeParse(merged);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new BrevierError('config/invalid', `The configuration is not usable. ${faults.join('; ')}`);
  }
  const values = parsed.data;
  if (values.BREVIER_WEB_TOKEN === undefined && !/^(?:127\.|::1$)/.test(values.BREVIER_WEB_HOST)) {
    throw new BrevierError(
      'config/invalid',
      'The configuration is not usable. BREVIER_WEB_HOST: the web chat listens beyond this machine only when BREVIER_WEB_TOKEN is set.',
    );
  }
  return {
    env: merged,
    config: {
      dataFolder: values.BREVIER_DATA,
      databaseUrl: values.DATABASE_URL ?? null,
      allowPrivate: new Set(values.BREVIER_ALLOW_PRIVATE.split(/[\s,]+/).filter((pair) => pair !== '')),
      publicUrl: values.BREVIER_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      webPort: values.BREVIER_WEB_PORT,
      webHost: values.BREVIER_WEB_HOST,
      webToken: values.BREVIER_WEB_TOKEN ?? null,
      logLevel: values.BREVIER_LOG,
      crashAt: values.CRASH_AT ?? null,
    },
  };
}

/** The process's own environment. The only place in `src/` that touches it. */
export function processEnvironment(): Environment {
  return process.env;
}

const FileSettings = z.record(z.string(), z.union([z.string(), z.number().transform(String)]));

function fileSettings(path: string | undefined): Environment {
  if (path === undefined || path === '') return {};
  try {
    return FileSettings.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new BrevierError('config/invalid', `The file ${path} named by BREVIER_CONFIG is not a JSON object of settings.`, { cause });
  }
}

/** `NAME=` in a shell or compose file means "not set". */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}
