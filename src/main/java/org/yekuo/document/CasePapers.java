package org.yekuo.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yekuo.database.OneTrip;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * The papers of a case: documents handed in, receipts, letters. Called by whoever holds the case's lock, inside that transaction.
 */
public interface CasePapers {

    // Documents

    /** What is wrong with the files named: unknown in this unit, or of another case. Fields are {@code [i].fileId}. */
    List<Violation> check(UnitCode unit, CaseNo caseNo, List<DocumentInput> documents);

    /**
     * Adds papers to the case's file and their scans to the case. A paper supersedes an earlier one of the same type and number; one brought by an agent
     * waits for the customer's word first. Refused when a scan has come into another case since it was checked; the transaction is to be undone then.
     */
    Answer<List<CaseDocument>> addDocuments(UnitCode unit, CaseNo caseNo, List<DocumentInput> documents, LocalDate receivedOn, Actor by);

    /** Notes what the customer says of a paper that {@link CaseDocument#waits waits} for her word; a confirmed one supersedes an earlier one of its kind. */
    void decide(CaseNo caseNo, int docNo, Brought.Decision decision);

    /** Puts one file into the case without a paper of the list: a photo that is evidence. What is wrong with it otherwise, and nothing is changed. */
    List<Violation> attach(CaseNo caseNo, String field, String fileId);

    /** Puts files an act named as proof into the case; an id of no file, or of one that is in a case already, is let be. */
    void keepIn(CaseNo caseNo, Collection<String> fileIds);

    /** Papers of these types, current in these cases of one customer and valid on {@code day}; those valid longest first. */
    List<HeldPaper> held(UnitCode unit, List<CaseNo> cases, List<String> types, LocalDate day);

    /** Puts a paper of another case into this one's file too, with its scan, and says where it came from. */
    CaseDocument reuse(CaseNo caseNo, HeldPaper held, LocalDate receivedOn, Actor by);

    /** Lets the scans in the file of one case lie in the file of another too: that of a later case for the same need. */
    void share(CaseNo from, CaseNo to);

    /** All papers of the case, superseded ones too, in the order they came. */
    List<CaseDocument> documentsOf(UnitCode unit, CaseNo caseNo);

    // Receipts

    Receipt issue(ReceiptOrder order);

    /** Issues a receipt that the same act serves. Refuses, as {@link #serve} does, a day of service before its issue or after today; nothing is issued then. */
    Answer<Receipt> issue(ReceiptOrder order, ServiceManner how, LocalDate servedOn);

    /** All receipts of the case, superseded ones too, in order of issue. */
    List<Receipt> of(UnitCode unit, CaseNo caseNo);

    /** How far each receipt of the cases has come, superseded ones too, those of each in order of issue, asked on a trip that is made anyway. */
    void standing(OneTrip trip, Collection<CaseNo> cases, Consumer<ReceiptStanding> each);

    /** Gives the service of a receipt the day it was found to have happened on (an approved late entry); the issue is no later. */
    Answer<Receipt> redateService(UnitCode unit, CaseNo caseNo, int rno, LocalDate on);

    /** Records that a receipt reached the customer. Refuses a day before its issue or after today; served already is a conflict that names who and when. */
    Answer<Receipt> serve(UnitCode unit, CaseNo caseNo, int rno, ServiceManner how, LocalDate on, Actor by);

    /** Records the customer's acknowledgement; a receipt not yet served is served by the same act. A refusal to sign needs two witnesses. */
    Answer<Receipt> acknowledge(UnitCode unit, CaseNo caseNo, int rno, Acknowledgement acknowledgement, Actor by);

    /** Issues {@code correction} in the place of a receipt, which stays on file. */
    Answer<Receipt> supersede(UnitCode unit, CaseNo caseNo, int rno, ReceiptOrder correction);

    // Letters

    Letter issue(LetterOrder order);

    /** All letters of the case in order of issue. */
    List<Letter> lettersOf(UnitCode unit, CaseNo caseNo);

    /** The letter of that case bearing this code, if it is ours. */
    Optional<Letter> verify(CaseNo caseNo, String code);
}
