/** Whatever this process writes (data, photos, logs beside them, backups) is read by the account it runs under alone. */
export const keepFilesPrivate = () => void process.umask(0o077);
