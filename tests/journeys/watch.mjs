// What no page may do, whatever the journey is about. Troubles are collected and fail the journey
// at its end, so that one run names all of them.

/**
 * Watches every page of a browser context; `troubles` grows by a sentence for each. Where the network
 * is cut on purpose (`cut`), that the browser reports so is none.
 */
export function watch(context, address, troubles, cut = false) {
  // A browser reports a form that comes back with 422, or a page that is not found, as a failed
  // resource. The journey asserts those itself; only what a page loads on top of itself counts.
  const documents = new Set();

  context.on('request', (request) => {
    if (request.isNavigationRequest()) documents.add(request.url());
    const { protocol, origin } = new URL(request.url());
    if (origin !== address && !['data:', 'blob:', 'about:'].includes(protocol)) {
      troubles.add(`${request.frame().url()} asked another host for ${request.url()}`);
    }
  });
  context.on('response', (response) => {
    if (response.status() >= 500) troubles.add(`${response.url()} answered ${response.status()}`);
  });
  context.on('console', (message) => {
    const { url } = message.location();
    const answered = documents.has(url) && message.text().startsWith('Failed to load resource: the server responded');
    const away = cut && /net::ERR_|Failed to load resource: the server responded with a status of 4/.test(message.text());
    if (message.type() === 'error' && !answered && !away) {
      troubles.add(`${message.page()?.url()} said on the console: ${message.text()} (${url})`);
    }
  });
  context.on('weberror', (error) => {
    troubles.add(`${error.page()?.url()} threw: ${error.error().message}`);
  });
}
