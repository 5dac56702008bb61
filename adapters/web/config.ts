export interface WebConfig {
  /** 0 takes a free one. */
  port: number;
  /** Take a free port when this one is taken; without it the workspace does not start. */
  mayMove: boolean;
  /** Host, with its port, of the address readers are given; null when only this machine reads. */
  publicHost: string | null;
}

/** Loopback only: the workspace has no accounts, so nobody else may reach it. */
export const WEB_HOST = '127.0.0.1';
