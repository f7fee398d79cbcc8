/** What holds for everything that is served, style sheets and scripts included; `proxy.ts` adds the rest. */
const headersOfAll = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Addresses hold users' ids and what was searched for.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  },
];

/** @type {import('next').NextConfig} */
export default {
  headers: () => [{ source: '/:path*', headers: headersOfAll }],
  // Types are checked on their own, tests included; a test's type must not keep the console from being built.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  typedRoutes: true,
  reactCompiler: true,
  output: process.env.STANDALONE ? 'standalone' : undefined,
  serverExternalPackages: [
    'quickjs-wasi',
    '@electric-sql/pglite',
    '@opentelemetry/api',
    '@opentelemetry/context-async-hooks',
    '@opentelemetry/exporter-metrics-otlp-http',
    '@opentelemetry/exporter-metrics-otlp-proto',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/exporter-trace-otlp-proto',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/sdk-trace',
  ],
  images: { unoptimized: true },
  outputFileTracingExcludes: { '/**': ['./node_modules/sharp/**/*', './node_modules/@img/**/*'] },
  outputFileTracingIncludes: {
    '/**': [
      './hooks/*.js',
      './lib/hook-runner/**/*.ts',
      './node_modules/quickjs-wasi/**/*',
      // The texts of the libraries that hooks may require, which the sandbox reads by their paths.
      './node_modules/{async,bluebird}/{dist,js/browser}/*.min.js',
      './node_modules/{buffer,base64-js,ieee754}/index.js',
      './node_modules/lodash/lodash.min.js',
      './node_modules/moment/{min/moment.min.js,locale/*.js}',
      './node_modules/{punycode/punycode,qs/dist/qs,url/url}.js',
      './node_modules/uuid/dist/cjs-browser/*.js',
    ],
  },
  turbopack: {
    // Messages come read already (`messages/compiled.ts`), so the reader of their syntax need not be loaded.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  experimental: {
    turbopackRustReactCompiler: true,
    authInterrupts: true,
    serverActions: { bodySizeLimit: '1mb' },
  },
};
