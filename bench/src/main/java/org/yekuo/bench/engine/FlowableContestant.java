package org.yekuo.bench.engine;

import com.zaxxer.hikari.HikariDataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.yekuo.bench.CountingSource;
import org.yekuo.bench.Program;

/** Flowable, embedded as its guide says; what its settings are and why stands in bench/README.md. */
final class FlowableContestant implements Contestant {

    private final String name;
    private final HikariDataSource pool;
    private final CountingSource counter;
    private final ProcessEngine engine;

    FlowableContestant(Program.Database database, HistoryLevel history, int poolSize) throws java.sql.SQLException {
        this.name = "Flowable " + ProcessEngine.VERSION.replaceAll("\\.0$", "") + " " + history.getKey();
        database.run("create schema " + schema(history));
        this.pool = database.pool(schema(history), poolSize);
        this.counter = new CountingSource(pool);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(counter.dataSource());
        configuration.setDatabaseSchema(schema(history));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistoryLevel(history);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment()
                .addString("shop.bpmn20.xml", CaseShape.bpmn("flowable", "http://flowable.org/bpmn", OpenTasks.OfFlowable.class.getName())).deploy();
    }

    private static String schema(HistoryLevel history) {
        return "flowable_" + history.getKey();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String schema() {
        return pool.getPoolName();
    }

    @Override
    public CountingSource counter() {
        return counter;
    }

    ProcessEngine engine() {
        return engine;
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
