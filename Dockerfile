FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# The optional packages are the embedded PostgreSQL (60 MB); an installation has its own server.
RUN npm run build && npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 VIGIA_DATA_DIR=/var/lib/vigia
# Named volumes take over the owner of the folder they are mounted on.
RUN install -d -o node -g node /var/lib/vigia /secrets/app /secrets/database
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY apps/cli/bin ./apps/cli/bin
COPY samples ./samples
COPY docker/make-secrets.mjs ./docker/
USER node
EXPOSE 3000
VOLUME /var/lib/vigia
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/src/main.js"]
