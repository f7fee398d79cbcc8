// Loops while the text is being evaluated.
// Ends as: cpu-limit
(function () { while (true) {} })()
