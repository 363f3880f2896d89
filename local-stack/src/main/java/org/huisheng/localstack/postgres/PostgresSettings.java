package org.huisheng.localstack.postgres;

import java.nio.file.Path;

/** The server's configuration file, written anew at each start because the port may have moved. */
final class PostgresSettings {

    private PostgresSettings() {}

    static String text(int port, Path logs) {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                # TCP only: a socket's path would have to be short, and ours may not be.
                unix_socket_directories = ''
                max_connections = 200
                password_encryption = 'scram-sha-256'

                # A 2xx means committed.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                shared_buffers = 256MB
                effective_cache_size = 1GB
                work_mem = 8MB
                maintenance_work_mem = 128MB
                jit = off
                random_page_cost = 1.1

                wal_buffers = 16MB
                min_wal_size = 512MB
                max_wal_size = 4GB
                checkpoint_timeout = 15min

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                datestyle = 'iso, ymd'

                # One file per weekday, each overwritten a week later.
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                log_line_prefix = '%%m [%%p] %%d '
                log_checkpoints = off
                """.formatted(port, logs.toString().replace("'", "''"));
    }
}
