/** One case, twelve stages: the program, two engines others embed, and the bare SQL, on one PostgreSQL (同一案件四种做法). */
package org.yekuo.bench.engine;
