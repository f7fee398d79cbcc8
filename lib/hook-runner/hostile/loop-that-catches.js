// Tries to catch its own end.
// Ends as: cpu-limit
function (ctx, callback) {
  for (;;) { try { for (;;) {} } catch (error) { callback(null, 'caught'); } finally { continue; } }
}
