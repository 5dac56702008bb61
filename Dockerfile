FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:26-slim
ENV NODE_ENV=production BREVIER_DATA=/data NODE_COMPILE_CACHE=/app/compiled
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY scripts scripts
COPY src src
COPY adapters adapters
COPY briefs briefs
RUN mkdir /data compiled && chown node:node /data compiled
# By number, so that a cluster can see that it is not root.
USER 1000:1000
# One short run compiles everything, since a container that is read-only cannot keep what it compiles.
RUN BREVIER_DATA=/tmp/warm BREVIER_WEB_PORT=0 timeout --signal=TERM --preserve-status 15 node --import ./scripts/compile-cache.js src/main.ts >/dev/null \
  && rm -r /tmp/warm
VOLUME /data
# 3000: Slack over HTTP. The web chat listens on the container's own loopback only, unless BREVIER_WEB_HOST and
# BREVIER_WEB_TOKEN say otherwise.
EXPOSE 3000
# Everything is stopped within 10 s.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.BREVIER_WEB_PORT || 8080) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "--import", "./scripts/compile-cache.js", "src/main.ts"]
