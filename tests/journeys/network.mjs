// A network between the browser and the house that can fail as networks do: be gone, or carry what is
// posted and lose the answer. A browser told that it is offline knows it; of these it does not.
import { createServer, request as ask } from 'node:http';

/** A network in front of an address, whole until it is told otherwise. */
export async function between(house) {
  const sockets = new Set();
  let target = house;
  let state = 'whole';
  let lost = 0;

  const server = createServer((asked, answer) => {
    const url = new URL(target);
    const onward = ask({
      host: url.hostname,
      port: url.port,
      method: asked.method,
      path: asked.url,
      headers: asked.headers,
    }, (given) => {
      if (state === 'deaf' && asked.method === 'POST') {
        // The house has done it and said so; nobody hears.
        given.resume().on('end', () => { lost += 1; asked.socket.destroy(); });
        return;
      }
      answer.writeHead(given.statusCode, given.rawHeaders);
      given.pipe(answer);
    });
    onward.on('error', () => asked.socket.destroy());
    asked.pipe(onward);
  });
  server.on('connection', (socket) => {
    if (state === 'gone') return socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });

  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** Nothing goes through, and what was under way ends. */
    cut() {
      state = 'gone';
      for (const socket of sockets) socket.destroy();
    },
    /** Posts arrive, their answers do not. */
    loseAnswers() { state = 'deaf'; },
    /** How many answers were lost. */
    lost: () => lost,
    restore() { state = 'whole'; },
    /** Leads to another address, as of a house that was started again. */
    lead(to) { target = to; },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}
