# The command `annex` and what it needs to run: see README.md for how to use it.
FROM node:24-alpine AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
# The scripts that compile the code run by the threads.
COPY scripts/compile.mjs scripts/compileThread.mjs scripts/
COPY profiles profiles
COPY fixtures/annex-2019.pdf fixtures/
# Left out: the native canvas (33 MB), which only "inspect --png" needs, and the source maps of packages (24 MB).
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/@napi-rs && find node_modules -name '*.map' -delete

FROM node:24-alpine
COPY package.json LICENSE /app/
COPY bin /app/bin
COPY profiles /app/profiles
COPY schema /app/schema
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
WORKDIR /data
USER node
ENTRYPOINT ["node", "/app/bin/annex.js"]
CMD ["--help"]
