# One image for server and worker; docker-compose.yml says which of them a container runs.
# Debian, not Alpine: Temporal's SDK brings no native part for musl.
FROM node:22-bookworm-slim

WORKDIR /app
ENV NODE_ENV=production

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

COPY . .
RUN npm run build

USER node
EXPOSE 3000
CMD ["node", "--import", "tsx", "server/main.ts"]
