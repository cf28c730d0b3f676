package org.yekuo.stage.acceptance;

import java.lang.reflect.Proxy;
import java.util.List;
import org.yekuo.customer.Customers;
import org.yekuo.document.CasePapers;
import org.yekuo.document.HeldPaper;

/** What the customer's file holds: nothing for somebody nobody knows. */
public final class Strangers {

    private Strangers() {}

    public static ReadingHeldPapers papers() {
        return holding(List.of());
    }

    public static ReadingHeldPapers holding(List<HeldPaper> held) {
        var papers = (CasePapers) Proxy.newProxyInstance(CasePapers.class.getClassLoader(), new Class<?>[] {CasePapers.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("held")) {
                return held;
            }
            throw new UnsupportedOperationException(method.getName());
        });
        return new ReadingHeldPapers((unit, customer) -> held.stream().map(HeldPaper::from).toList(), papers,
                (Customers) Proxy.newProxyInstance(Customers.class.getClassLoader(), new Class<?>[] {Customers.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
