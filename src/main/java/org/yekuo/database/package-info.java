/**
 * The PostgreSQL the program runs on: embedded and durable by default, any PostgreSQL 15 or newer by address.
 * Hides how the server is started, locked and stopped, the two roles, and the migrations; other rooms just use {@code JdbcClient}, and
 * {@link org.yekuo.database.OneTrip} where statements of several can go together. {@link org.yekuo.database.Availability} says whether it can be had.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary"})
package org.yekuo.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
