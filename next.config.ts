import type { NextConfig } from 'next';

const config: NextConfig = {
  // Several development servers may run side by side, each with its own build folder.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // Altinn's paths are served with and without a trailing slash; a redirect would lose a POST.
  skipTrailingSlashRedirect: true,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  allowedDevOrigins: ['127.0.0.1'],
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', 'rate-limiter-flexible', 'nodemailer'],
  // A server action's arguments may hold what must never reach a log (B30).
  logging: { serverFunctions: false },
  // `npm run verify` checks types, tests and scripts included; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Files are served without the proxy, which gives pages this and the rest (C15).
  headers: async () => [{ source: '/:path*', headers: [{ key: 'x-content-type-options', value: 'nosniff' }] }],
  // Addresses of the site map (`ui.md` §5.2) whose pages live elsewhere.
  redirects: async () => [
    { source: '/demo', destination: '/smartregnskap', permanent: false },
    { source: '/platform/vendors', destination: '/platform', permanent: false },
  ],
  experimental: {
    authInterrupts: true,
    // The wings have no common root layout that a missing page could stand in.
    globalNotFound: true,
    optimizePackageImports: ['@digdir/designsystemet-react'],
  },
};

export default config;
