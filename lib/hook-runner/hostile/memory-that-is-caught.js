// Catches the end of its memory and goes on: its own heap only.
// Ends as: answer "caught" | cpu-limit
function (ctx, callback) {
  try { const all = []; for (;;) all.push('x'.repeat(100000) + all.length); } catch (error) { callback(null, 'caught'); }
}
