/** A Debian package at the version this platform was tested with. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** Of the amd64 file, in hexadecimal. */
  readonly sha256: string;
}

/** The two packages that matter; what they depend on comes with them, vouched for by Debian's signature alone. */
export const PINNED: readonly PinnedPackage[] = [
  {
    name: 'postgresql-18',
    version: '18.6-3',
    sha256: '606c4d9b24ad721c4c8d297e7f52269743004cb556efc79c41042e40d8f631aa',
  },
  {
    name: 'postgresql-18-documentdb',
    version: '1.0-0-1',
    sha256: 'ed07e2f34fa126d26a9fb1fda123b589438170097d88fed4fcbfc481d0424388',
  },
];

/** Suites that offer them, the calmer one first. */
export const SUITES: readonly string[] = ['forky', 'sid'];

/** The folder's name changes with the versions, so a newer platform fetches what it was tested with. */
export const TREE_NAME = `postgres-documentdb-${PINNED.map(({ version }) => version).join('-')}`;

// Drawn in by a dependency's dependency, but never loaded: image and map formats behind libgdal, perl and its scripts,
// systemd and the tools of a whole operating system. Without them 94 packages remain of 205, 53 MB of 136.
const UNUSED_PREFIXES = `
  libgdal gdal- proj- libsfcgal libspatialite libhdf5 libpoppler libcfitsio libnetcdf libogdi libkml libfreexl librttopo
  libaec libsz libarmadillo libarpack libsuperlu liblapack libblas libgfortran libquadmath libmpfr libboost libqhull
  libsvtav libaom libhwy libjxl libxerces librav1e libheif libdav1d libgav1 libgif libopenjp libavif libyuv libpng liblcms
  libde265 libx265 libminizip liburiparser libabsl libfreetype libfontconfig fontconfig fonts
  perl libperl locales libc-bin libc-l10n libc-gconv debconf ucf ssl-cert adduser passwd procps libproc
  postgresql-common postgresql-client-common netbase sensible readline-common krb5-locales libldap-common
  libsasl2-modules publicsuffix ca-certificates tzdata libmariadb mariadb-common mysql-common unixodbc libodbc
  gnupg gpg libgpgme libassuan libksba libnpth libnss libnspr pinentry dirmngr openssl libdb5
  systemd libsystemd-shared sysvinit init mount util-linux login libpam libfdisk libmount libblkid dbus libdbus
  libapparmor libkmod libseccomp libcryptsetup libdevmapper dmsetup libargon logsave e2fsprogs libaudit libsemanage
  libsepol libcap-ng libattr tar sed grep gzip bash dash coreutils findutils diffutils hostname base- debianutils dpkg
  apt libapt mawk ncurses bsdutils
`
  .trim()
  .split(/\s+/);

/** Whether a package of the dependency closure is needed to run the store. */
export const isNeeded = (name: string): boolean => !UNUSED_PREFIXES.some((prefix) => name.startsWith(prefix));
