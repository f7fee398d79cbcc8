// A ring.
// Ends as: answer-not-json
function (ctx, callback) { const ring = {}; ring.ring = ring; callback(null, ring); }
