export interface WebConfig {
  /** 0 takes a free one. */
  port: number;
}

/** Loopback only: the workspace has no accounts, so nobody else may reach it. */
export const WEB_HOST = '127.0.0.1';
