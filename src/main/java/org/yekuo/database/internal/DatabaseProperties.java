package org.yekuo.database.internal;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param mode     {@code drill} or {@code prod}
 * @param dataDir  folder of everything the program keeps on disk
 * @param database address of a PostgreSQL of one's own; without a url the embedded one is started below {@code dataDir}
 */
@ConfigurationProperties("yekuo")
record DatabaseProperties(@DefaultValue("drill") String mode, @DefaultValue("./data") Path dataDir, @DefaultValue Database database) {

    /**
     * @param username      the program's role
     * @param ownerUsername the role that owns the tables and migrates; the program's own where none is given
     * @param poolSize      connections the program keeps at the most
     * @param embedded      settings of the embedded server that take the place of those reckoned from the machine ({@link ServerMemory}), as {@code shared-buffers}
     */
    record Database(@Nullable String url, @Nullable String username, @Nullable String password,
                    @Nullable String ownerUsername, @Nullable String ownerPassword, @DefaultValue("20") int poolSize, @DefaultValue Map<String, String> embedded) {}
}
