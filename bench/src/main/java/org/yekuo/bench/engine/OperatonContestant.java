package org.yekuo.bench.engine;

import com.zaxxer.hikari.HikariDataSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.yekuo.bench.CountingSource;
import org.yekuo.bench.Program;

/** Operaton (the fork that carries Camunda 7 on), embedded; what its settings are and why stands in bench/README.md. */
final class OperatonContestant implements Contestant {

    private static final String SCHEMA = "operaton";

    private final HikariDataSource pool;
    private final CountingSource counter;
    private final ProcessEngine engine;

    OperatonContestant(Program.Database database, int poolSize) throws java.sql.SQLException {
        database.run("create schema " + SCHEMA);
        this.pool = database.pool(SCHEMA, poolSize);
        this.counter = new CountingSource(pool);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(counter.dataSource());
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setDatabaseSchema(SCHEMA);
        configuration.setDatabaseTablePrefix(SCHEMA + ".");
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment()
                .addString("shop.bpmn", CaseShape.bpmn("operaton", "http://operaton.org/schema/1.0/bpmn", OpenTasks.OfOperaton.class.getName())).deploy();
    }

    @Override
    public String name() {
        return "Operaton audit";
    }

    @Override
    public String schema() {
        return SCHEMA;
    }

    @Override
    public CountingSource counter() {
        return counter;
    }

    @Override
    public void carry(Clerk clerk) {
        long n = Papers.unique();
        clerk.does(() -> engine.getRuntimeService().startProcessInstanceByKey("shop", String.valueOf(n), Documents.atStart(n)));
        CaseShape.ACTS.stream().skip(1).map(CaseShape.Act::key).forEach(act ->
                clerk.does(() -> engine.getTaskService().complete(OpenTasks.take(act), Documents.of(act, n))));
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
