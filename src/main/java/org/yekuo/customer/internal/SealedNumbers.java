package org.yekuo.customer.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.PersonalData;
import org.yekuo.customer.CustomerView;
import org.yekuo.customer.CustomerView.AgentView;
import org.yekuo.customer.IdType;
import org.yekuo.customer.Identities;
import org.yekuo.customer.Party;
import org.yekuo.vocabulary.UnitCode;

/** Encrypts and shows identity numbers and phones. Each value is bound to its row and column: moved to another it can't be read. */
@Component
class SealedNumbers {

    private final PersonalData sealing;

    SealedNumbers(PersonalData sealing) {
        this.sealing = sealing;
    }

    /** What equal identities have in common; null while the number is not known. A household register bears the identity number of a person. */
    byte @Nullable [] identity(IdType type, String number) {
        var plain = Identities.normal(type, number);
        var kind = type == IdType.HOUSEHOLD_BOOK ? IdType.RESIDENT_ID : type;
        return plain.isEmpty() ? null : sealing.digest("customer.identity:" + kind + ":" + plain);
    }

    CustomerStore.Numbers seal(UnitCode unit, long id, Party party) {
        var idNumber = Identities.normal(party.idType(), party.idNumber());
        var phone = Identities.normalPhone(party.phone());
        var agent = party.agent();
        var agentId = agent == null ? null : Identities.normal(IdType.RESIDENT_ID, agent.idNumber());
        var agentPhone = agent == null ? null : Identities.normalPhone(agent.phone());
        return new CustomerStore.Numbers(
                seal(unit, id, "id_number", idNumber), lastFour(idNumber),
                seal(unit, id, "phone", phone), lastFour(phone),
                seal(unit, id, "agent_id", agentId), agentId == null ? null : lastFour(agentId),
                seal(unit, id, "agent_phone", agentPhone), agentPhone == null ? null : lastFour(agentPhone));
    }

    boolean hasPhone(CustomerStore.Row row, String phone) {
        return open(row, "phone", row.numbers().phone()).equals(Identities.normalPhone(phone));
    }

    CustomerView masked(CustomerStore.Row row) {
        var numbers = row.numbers();
        return view(row, mask(numbers.idLast4()), mask(numbers.phoneLast4()), mask(numbers.agentIdLast4()), mask(numbers.agentPhoneLast4()), true);
    }

    CustomerView inFull(CustomerStore.Row row) {
        var numbers = row.numbers();
        return view(row, open(row, "id_number", numbers.idNumber()), open(row, "phone", numbers.phone()), open(row, "agent_id", numbers.agentId()),
                open(row, "agent_phone", numbers.agentPhone()), false);
    }

    private static CustomerView view(CustomerStore.Row row, String idNumber, String phone, String agentId, String agentPhone, boolean masked) {
        var agent = row.agentName() == null ? null : new AgentView(row.agentName(), agentId, agentPhone, row.agentUntil());
        return new CustomerView(row.unit(), row.id(), row.name(), row.idType(), idNumber, row.contact(), phone, agent, masked);
    }

    private byte @Nullable [] seal(UnitCode unit, long id, String column, @Nullable String clear) {
        return clear == null || clear.isEmpty() ? null : sealing.seal(clear, place(unit, id, column));
    }

    private String open(CustomerStore.Row row, String column, byte @Nullable [] sealed) {
        return sealed == null ? "" : sealing.open(sealed, place(row.unit(), row.id(), column));
    }

    private static String place(UnitCode unit, long id, String column) {
        return "customer/" + unit + "/" + id + "/" + column;
    }

    private static String mask(@Nullable String lastFour) {
        return lastFour == null || lastFour.isEmpty() ? "" : "****" + lastFour;
    }

    private static String lastFour(String number) {
        // Of a short number four characters would be nearly all of it.
        return number.substring(Math.max(number.length() - 4, number.length() / 2));
    }
}
