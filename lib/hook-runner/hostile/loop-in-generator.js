// A generator without an end, spread into a list of nothing.
// Ends as: cpu-limit
function (ctx, callback) {
  function* forever() { for (;;) yield; }
  for (const one of forever()) void one;
}
