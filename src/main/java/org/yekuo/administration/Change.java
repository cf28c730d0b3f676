package org.yekuo.administration;

import java.time.LocalDate;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;

/** What is changed about one person (人员变动). */
public sealed interface Change {

    /** Whom it concerns. */
    String staffNo();

    /** What anybody may also do for herself: be away and back, lend her posts, end her own sessions. */
    sealed interface Own extends Change {}

    /** Somebody new comes to a unit (入职). */
    record Enter(String staffNo, String name, String phone, UnitCode unit) implements Change {}

    /** Her name or telephone was wrong or is another (更正). */
    record Correct(String staffNo, String name, String phone) implements Change {}

    /** She leaves the company (离职): she holds nothing from now on, and her sessions end. */
    record Depart(String staffNo) implements Change {}

    /** She has come back (复职); her posts, as far as nobody took them from her, are hers again. */
    record Return(String staffNo) implements Change {}

    /** A post is given (任职). */
    record GivePost(String staffNo, UnitCode unit, Department department, Role role) implements Change {}

    /** A post is taken (免职). */
    record TakePost(String staffNo, UnitCode unit, Role role) implements Change {}

    /** She is away from the first to the last day (请假). */
    record Away(String staffNo, LocalDate from, LocalDate to) implements Own {}

    /** She is back before the leave that began on {@code from} is over (销假). */
    record Back(String staffNo, LocalDate from) implements Own {}

    /** She lends a post (代理授权). */
    record Delegate(String staffNo, String to, UnitCode unit, Role role, LocalDate from, LocalDate until) implements Own {}

    /** She takes it back (收回代理). */
    record EndDelegation(String staffNo, String to, UnitCode unit, Role role, LocalDate from, LocalDate until) implements Own {}

    /** Her accounts are shut (停用账号). */
    record Lock(String staffNo) implements Change {}

    /** Her accounts are opened (解锁账号). */
    record Unlock(String staffNo) implements Change {}

    /** Her sessions end everywhere (全部退出). */
    record SignOut(String staffNo) implements Own {}
}
