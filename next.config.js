/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  typedRoutes: true,
  reactCompiler: true,
  output: process.env.STANDALONE ? 'standalone' : undefined,
  serverExternalPackages: ['quickjs-wasi'],
  images: { unoptimized: true },
  outputFileTracingExcludes: { '/**': ['./node_modules/sharp/**/*', './node_modules/@img/**/*'] },
  outputFileTracingIncludes: {
    '/**': ['./hooks/*.js', './lib/hook-runner/**/*.ts', './node_modules/quickjs-wasi/**/*'],
  },
  experimental: {
    turbopackRustReactCompiler: true,
    authInterrupts: true,
    serverActions: { bodySizeLimit: '1mb' },
  },
};
