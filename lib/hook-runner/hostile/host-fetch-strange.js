// Calls addresses, methods, headers and bodies of odd kinds.
// Ends as: answer 9
async function (ctx, callback) {
  const odd = { toString() { throw new Error("a"); } };
  const calls = [
    () => fetch(), () => fetch(odd), () => fetch("x".repeat(1e5)), () => fetch("https://example.com", { method: "CONNECT" }),
    () => fetch("https://example.com", { headers: { "a b": "c" } }), () => fetch("https://example.com", { headers: Object.fromEntries(Array.from({ length: 500 }, (_, i) => ["h" + i, "x"])) }),
    () => fetch("https://example.com", { body: odd }), () => fetch("https://example.com", { headers: { a: "b\r\nc: d" } }), () => fetch("https://[::ffff:127.0.0.1]/"),
  ];
  let failed = 0;
  for (const call of calls) { try { await call(); } catch (error) { failed++; } }
  callback(null, failed);
}
