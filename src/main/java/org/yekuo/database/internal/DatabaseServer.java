package org.yekuo.database.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL that has been found fit, and the two roles to speak to it with. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedServer, ExternalServer {

    /** The database of the program. */
    Access access();

    @Override
    void close();

    record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * @param owner migrates
     * @param app   the program
     */
    record Access(String url, Login owner, Login app) {

        boolean rolesAreSeparate() {
            return !owner.user().equals(app.user());
        }
    }

    static Connection connect(String url, Login login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "yekuo");
        return DriverManager.getConnection(url, properties);
    }
}
