import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** What of the compose specification is used here, and no key beside it (https://github.com/compose-spec/compose-spec). */
const Service = z.strictObject({
  image: z.string().optional(),
  build: z.string().optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.enum(['service_started', 'service_healthy']) })).default({}),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/u)
    .optional(),
  mem_limit: z
    .string()
    .regex(/^\d+[mg]$/u)
    .optional(),
  environment: z.record(z.string(), z.string().nullable()),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.strictObject({ test: z.array(z.string()), interval: z.string(), retries: z.int() }).optional(),
});
const Compose = z.strictObject({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) });
const { services, volumes } = Compose.parse(parse(text('docs/compose.yaml')));
const brevier = services['brevier'] as z.infer<typeof Service>;

describe('docs/compose.yaml', () => {
  it('names only services and volumes that it has, and waits only for those that say when they are healthy', () => {
    for (const { depends_on, volumes: mounted, image, build } of Object.values(services)) {
      expect((image === undefined) !== (build === undefined)).toBe(true);
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(Object.keys(services)).toContain(name);
        if (condition === 'service_healthy') expect(services[name]?.healthcheck?.test[0]).toMatch(/^CMD/u);
      }
      for (const volume of mounted) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
    }
    expect(existsSync(new URL(`docs/${brevier.build}/Dockerfile`, root))).toBe(true);
  });

  it('hands on every setting, and none that is not one; what belongs to the container stays out', () => {
    const files = ['src/config.ts', 'adapters/slack/config.ts', 'adapters/discord/config.ts', 'src/llm/settings.ts'].map(text).join('\n');
    const settings = files.match(/\b(?:BREVIER|SLACK|DISCORD|ANTHROPIC|OPENAI|DATABASE)_[A-Z_]*[A-Z]\b/gu) ?? [];
    const inside = /^BREVIER_(?:CONFIG|DATA|WEB_|ALLOW_PRIVATE)|_API_URL$/u;
    const wanted = [...new Set(settings)].filter((name) => !inside.test(name));
    expect(Object.keys(brevier.environment).toSorted()).toEqual(wanted.toSorted());
  });

  it('has no password in it', () => {
    const written = Object.values(services).flatMap(({ environment }) => Object.entries(environment));
    for (const [name, value] of written) {
      if (/PASSWORD|SECRET|TOKEN|KEY$/u.test(name)) expect(value ?? '').toMatch(/^(?:\$\{\w+:\?[^}]+\})?$/u);
      expect(value ?? '').not.toMatch(/:\/\/\w+:[^$@]+@/u);
    }
  });

  it('lets Brevier write nowhere but where it has to, and stop in peace', () => {
    expect([brevier.read_only, brevier.cap_drop, brevier.security_opt]).toEqual([true, ['ALL'], ['no-new-privileges:true']]);
    const most = Number(/STOP_MS = ([\d_]+);/u.exec(text('src/serve.ts'))?.[1]?.replace('_', '')) / 1000;
    expect(Number.parseInt(brevier.stop_grace_period ?? '0', 10)).toBeGreaterThan(most);
  });
});

describe('the Dockerfile', () => {
  const steps = text('Dockerfile');

  it('starts Brevier as npm start does, and not as root', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(text('package.json')));
    const command = z.array(z.string()).parse(JSON.parse(/^CMD (.+)$/mu.exec(steps)?.[1] ?? ''));
    expect(command.map((word) => word.replace(/^\.\//u, ''))).toEqual(
      scripts['start']?.split(' ').map((word) => word.replace(/^\.\//u, '')),
    );
    expect(steps).toMatch(/^USER 1000:1000$/mu);
  });

  it('copies what is there, and nothing that .dockerignore keeps out', () => {
    const kept = text('.dockerignore').split('\n');
    const copied = [...steps.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(([, names = '']) => names.split(' '));
    expect(copied).toContain('src');
    for (const name of copied) {
      expect(existsSync(new URL(name, root))).toBe(true);
      expect(kept).not.toContain(name);
    }
  });
});
