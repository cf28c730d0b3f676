package org.yekuo.bench.engine;

import java.util.HashMap;
import java.util.Map;

/** The tasks an engine has just made on this thread, by their key: a clerk has the id from her list and need not ask for it. */
public final class OpenTasks {

    private static final ThreadLocal<Map<String, String>> OPEN = ThreadLocal.withInitial(HashMap::new);

    private OpenTasks() {}

    static void made(String key, String id) {
        OPEN.get().put(key, id);
    }

    static String take(String key) {
        var id = OPEN.get().remove(key);
        if (id == null) {
            throw new IllegalStateException("The engine made no task " + key + "; it made " + OPEN.get().keySet() + ".");
        }
        return id;
    }

    /** Called by Flowable at a task's creation. */
    public static final class OfFlowable implements org.flowable.task.service.delegate.TaskListener {
        @Override
        public void notify(org.flowable.task.service.delegate.DelegateTask task) {
            made(task.getTaskDefinitionKey(), task.getId());
        }
    }

    /** Called by Operaton at a task's creation. */
    public static final class OfOperaton implements org.operaton.bpm.engine.delegate.TaskListener {
        @Override
        public void notify(org.operaton.bpm.engine.delegate.DelegateTask task) {
            made(task.getTaskDefinitionKey(), task.getId());
        }
    }
}
