/** Between two looks, milliseconds. */
const REST = 250;

/**
 * Whether the page has taken back the address that it gave along with a question: a worker that computes hears no message, but it can
 * look whether a blob is still there. Where the browser lets it look at none, nothing is ever stopped this way.
 */
export function stopSign(address: string): () => boolean {
  if (!isThere(address)) return () => false;
  let looked = performance.now();
  let isStopped = false;
  return () => {
    if (isStopped || performance.now() - looked < REST) return isStopped;
    looked = performance.now();
    isStopped = !isThere(address);
    return isStopped;
  };
}

function isThere(address: string): boolean {
  try {
    const request = new XMLHttpRequest();
    request.open("GET", address, false);
    request.send();
    return request.status === 200;
  } catch {
    return false;
  }
}
