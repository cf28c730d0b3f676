package org.yekuo.database.internal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yekuo.database.StartRefused;
import org.yekuo.vocabulary.Text;

/** A PostgreSQL somebody else runs: asked whether it will do, never started or stopped. */
record ExternalServer(Access access) implements DatabaseServer {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalServer.class);

    static ExternalServer reach(DatabaseProperties.Database given) {
        var url = required(given.url(), "yekuo.database.url");
        var app = new Login(required(given.username(), "yekuo.database.username"), given.password() == null ? "" : given.password());
        var owner = given.ownerUsername() == null || given.ownerUsername().isBlank()
                ? app
                : new Login(given.ownerUsername(), given.ownerPassword() == null ? "" : given.ownerPassword());
        var access = new Access(url, owner, app);
        try (var connection = DatabaseServer.connect(url, app)) {
            requireFit(Settings.of(connection));
        } catch (SQLException unreachable) {
            throw new StartRefused("database.unreachable", new Text(
                    "无法以 %s 的身份连接 %s（%s）：请检查 yekuo.database.url、用户名和口令，以及 PostgreSQL 是否在运行。".formatted(app, url, unreachable.getMessage()),
                    "Can't connect to %s as %s (%s): check yekuo.database.url, user name and password, and that PostgreSQL runs."
                            .formatted(url, app, unreachable.getMessage())), unreachable);
        }
        if (!access.rolesAreSeparate()) {
            LOG.warn("One role, {}, both owns the tables and runs the program, so the program could alter the ledger: "
                    + "give yekuo.database.owner-username and owner-password.", app);
        }
        return new ExternalServer(access);
    }

    private static void requireFit(Settings settings) {
        if (settings.isTooOld()) {
            throw new StartRefused("database.too-old", new Text(
                    "PostgreSQL 的版本是 %d，太旧：请升级到 15 或更高版本。".formatted(settings.version() / 10000),
                    "PostgreSQL %d is too old: upgrade it to 15 or newer.".formatted(settings.version() / 10000)));
        }
        if (!settings.isUtf8()) {
            throw new StartRefused("database.not-utf8", new Text(
                    "数据库的编码是 %s，存不下所有汉字：请用 encoding 'UTF8' 重新建库。".formatted(settings.values().get("server_encoding")),
                    "The database is encoded in %s, which can't hold every Chinese character: create it anew with encoding 'UTF8'."
                            .formatted(settings.values().get("server_encoding"))));
        }
        if (!settings.unsafe().isEmpty()) {
            LOG.warn("PostgreSQL runs with {}: answered requests are lost when its machine fails.", String.join(", ", settings.unsafe()));
        }
    }

    private static String required(@Nullable String value, String property) {
        if (value == null || value.isBlank()) {
            throw new StartRefused("database.property-missing", new Text(
                    "缺少配置 %s：使用自己的 PostgreSQL 时必须给出。".formatted(property),
                    "The property %s is missing: a PostgreSQL of your own needs it.".formatted(property)));
        }
        return value;
    }

    /** Nothing to stop. */
    @Override
    public void close() {}
}
