# syntax=docker/dockerfile:1

# Builds the console. Nothing of the tenant's settings is needed here: one image serves every environment.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 STANDALONE=1
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# What runs: the traced files of the build, the hooks, and nothing to build with.
FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOSTNAME=0.0.0.0 \
    PORT=3000 \
    HOOKS_DIR=/app/hooks \
    STATE_DIR=/data/state
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/hooks/*.js ./hooks/
COPY --from=build /app/lib/log.ts /app/lib/request-id.ts ./lib/
COPY --from=build /app/scripts/before-start.ts ./scripts/
RUN mkdir /data && chown node:node /data
# Everything above belongs to root, so that the server cannot change what it runs.
USER node
EXPOSE 3000
VOLUME /data
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./scripts/before-start.ts", "server.js"]
