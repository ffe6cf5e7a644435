// Repeat views: keeps the files whose names carry a hash. Pages and the API always come from the server.
const STORE = 'hiepdong-assets-1'
const KEEP = 240

const trim = async (store) => {
  const keys = await store.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - KEEP)).map((key) => store.delete(key)))
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith('/assets/')) return
  event.respondWith(
    caches.open(STORE).then(async (store) => {
      const kept = await store.match(event.request)
      if (kept) return kept
      const answer = await fetch(event.request)
      if (answer.ok) event.waitUntil(store.put(event.request, answer.clone()).then(() => trim(store)))
      return answer
    }),
  )
})
