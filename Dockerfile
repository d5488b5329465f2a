# syntax=docker/dockerfile:1
# The portal with its guests. Settings: .env.example. Everything it writes is in /app/data.

FROM node:24-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 PATH=/app/node_modules/.bin:$PATH
COPY package.json package-lock.json .npmrc ./
# The image has the runtime already; the pinned one is for machines without.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/.bin/node
COPY . .
RUN node -e "import('./scripts/build.ts').then(({ buildIfNeeded }) => buildIfNeeded())"
# What only the build has needed, and what Next would bring along for tests and pictures: a third of it all.
RUN rm -rf .next/cache node_modules/typescript node_modules/tailwindcss node_modules/@tailwindcss node_modules/lightningcss* \
  node_modules/esbuild node_modules/@esbuild \
  node_modules/@navikt node_modules/sharp node_modules/@img node_modules/playwright* node_modules/@playwright

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 OPERATIONS_PORT=3001
COPY --from=build /app ./
RUN ["node", "-e", "fs.mkdirSync('data'); fs.chownSync('data', 1000, 1000)"]
# `node` of the base image, by number, so that an orchestrator can tell that it is not root.
USER 1000:1000
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=6s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:3001/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "--expose-gc", "scripts/start.ts"]
