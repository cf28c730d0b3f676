#!/usr/bin/env python3
"""Walks a 630 kVA, 10 kV application from its acceptance on 2008-04-24 to its archive, over REST on a running drill.

    mvn spring-boot:run                                  # in one terminal
    python3 docs/examples/walk_630kva.py                 # in another; a base URL may be given

Each step is done by the person whose work it is. After it, the limits that began or ended are printed with their reasons.
Only the standard library of Python 3 is needed. The drill's business clock is moved; it may be moved back afterwards.
"""
import json
import random
import sys
import urllib.error
import urllib.request
import uuid

BASE = (sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8080") + "/api/v1"
PASSWORD = "yekuo-drill"
tokens, seen, case = {}, {}, None


def call(method, path, body=None, who=None):
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
    if who:
        if who not in tokens:
            tokens[who] = call("POST", "/tokens", {"username": who, "password": PASSWORD})["token"]
        headers["Authorization"] = "Bearer " + tokens[who]
    request = urllib.request.Request(BASE + path, method=method, headers=headers, data=None if body is None else json.dumps(body).encode())
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        problem = json.load(refused)
        for violation in problem["violations"]:
            print("   refused:", violation["sentence"])
        raise SystemExit(1)


def day(date):
    call("PUT", "/drill/clock", {"at": date + "T02:20:00Z"}, "cf.kf1")
    print(f"\n{date}")


def told(what):
    """Prints a step, and each limit that is new or has stopped since the last one."""
    print(f"  {what}")
    for limit in call("GET", f"/cases/{case}/limits", who="cf.kf1")["limits"]:
        key = (limit["limit"], limit["standard"], limit["phase"], limit["round"])
        if seen.get(key) != limit["state"]:
            seen[key] = limit["state"]
            print(f"      [{limit['standard']}] {limit['explained']['zh']} ({limit['clause']})")


def submit(who, stage, result, what, **more):
    call("POST", f"/cases/{case}/stages/{stage}", {"round": 1, "result": result, **more}, who)
    told(f"{stage}: {what}")


def opine(who, stage, part):
    call("POST", f"/cases/{case}/stages/{stage}/parts/{part}", {"round": 1, "opinion": "AGREE", "text": "同意"}, who)


def request(stage, papers, what):
    call("POST", f"/cases/{case}/stages/{stage}/request", {"documents": papers}, "cf.kf1")
    told(f"{stage}: {what}")


def papers(codes):
    return [{"type": code, "number": code + "-1", "original": True} for code in codes.split()]


def credit_code():
    base = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = "91340121" + "".join(random.choice("0123456789") for _ in range(9))
    total, weight = 0, 1
    for letter in body:
        total, weight = total + base.index(letter) * weight, weight * 3 % 31
    return body + base[(31 - total % 31) % 31]


counter = {"service": {"manner": "COUNTER"}}
unique = random.randint(1, 999999)

day("2008-04-24")
case = call("POST", "/applications", {
    "hall": "340121-01", "business": "NEW_INSTALL", "channel": "COUNTER", "applicantKind": "ORGANISATION",
    "applicant": {"name": f"长丰机械厂{unique}", "idType": "USCC", "idNumber": credit_code(), "contact": "赵经理", "phone": "13905510002"},
    "premises": {"address": f"长丰县双凤开发区金梅路{unique}号", "area": "开发区"},
    "project": {"name": "机械加工厂房", "nature": "INDUSTRIAL", "industry": "机械制造", "products": "齿轮箱"},
    "load": {"capacityKva": 630, "phase": "THREE", "voltageWish": 10, "sources": 1, "circuits": 1, "importance": "NONE"},
    "requiredBy": "2008-12-01",
    "documents": papers("APP_REPORT PROPERTY_CERT EQUIP_LIST BUSINESS_LICENSE LEGAL_ID SITE_PLAN PROJECT_APPROVAL SITE_OPINION")}, "cf.kf1")["caseNo"]
told(f"acceptance: case {case} accepted at the counter, the receipt handed over")
submit("cf.zz1", "dispatch", {"surveyors": ["340121-kc1", "340121-kc2"], "appointmentOn": "2008-04-28", "slot": "MORNING"}, "two surveyors sent, the day agreed")

day("2008-04-28")
for who, part in (("cf.pd1", "distribution"), ("hf.fc1", "planning"), ("hf.sc1", "production")):
    opine(who, "survey", part)
submit("cf.kc1", "survey", {
    "surveyors": ["340121-kc1", "340121-kc2"], "visitedOn": "2008-04-28", "conclusion": "CAN_SUPPLY",
    "load": {"capacityKva": 630, "equipmentKw": 560}, "points": [{"feeder": "L34012102", "distanceM": 350}]}, "surveyed together with distribution, planning and production")
submit("cf.zz1", "plan-draft", {
    "capacityKva": 630, "voltageKv": 10, "loads": {"equipmentKw": 560, "calculatedKw": 420},
    "circuits": [{"source": 1, "role": "MAIN", "substation": "B340121B", "feeder": "L34012102", "laying": "OVERHEAD", "capacityKva": 630,
                  "selfBuilt": False, "demarcation": "双凤开发区线15号杆跌落式熔断器下桩头"}],
    "receivingPoints": [{"name": "1号配电房", "transformers": [{"capacityKva": 630, "count": 1}], "wiring": "单母线"}],
    "meteringPoints": [{"no": "1", "location": "高压计量柜", "mode": "HIGH_HIGH", "meteringClass": "III", "wiring": "THREE_PHASE_THREE_WIRE",
                        "ctRatio": "50/5", "ptRatio": "10000/100"}],
    "tariff": {"scheme": "TWO_PART", "category": "大工业用电", "basis": "CAPACITY", "powerFactor": 0.9}, "compensationKvar": 190},
       "drafted; the capacity is held on the line")

day("2008-05-14")
opine("cf.pd1", "plan-approval", "distribution")
opine("cf.dd1", "plan-approval", "dispatch")
submit("cf.yx1", "plan-approval", {"decision": "APPROVED"}, "approved by the county's head of marketing after two countersigns")

day("2008-05-16")
submit("cf.jl2", "plan-reply", {}, "replied and served at the counter on the last day", **counter)
reply = [receipt for receipt in call("GET", f"/cases/{case}/receipts", who="cf.kf1")["receipts"] if receipt["kind"] == "PLAN_REPLY"][-1]
call("POST", f"/cases/{case}/receipts/{reply['rno']}/acknowledgement", {"signature": "PAPER", "signer": "赵经理"}, "cf.kf1")
told("plan-reply: signed by the customer, who may now send in drawings")

day("2008-06-05")
request("design-review", "DESIGN_DRAWINGS LOAD_MAP LOAD_COMPOSITION DISTURBING_EQUIPMENT MAIN_EQUIPMENT PROCESS_LOAD SINGLE_LINE POWER_FACTOR_CALC "
        "PROTECTION HIDDEN_WORKS DISTRIBUTION_LAYOUT DESIGN_UNIT_CERT".split(), "the customer sent in his drawings, complete")
day("2008-06-18")
opine("cf.pd1", "design-review", "distribution")
submit("cf.yx1", "design-review", {
    "designer": {"company": "客户自选设计院", "licenceNo": "A2340001", "licenceClass": "乙级", "validUntil": "2012-01-01", "chosenBy": "CUSTOMER"},
    "drawings": [{"discipline": "SUBSTATION", "sheets": 12}], "conclusion": "AGREED", "hiddenWorks": True}, "agreed; there are hidden works", **counter)
call("POST", f"/cases/{case}/contacts", {"kind": "CONSTRUCTION_STARTED", "text": "受电工程开工"}, "cf.jl2")
told("contact: the customer's works have begun")

day("2008-08-04")
request("mid-inspection", ["CONTRACTOR_LICENCE"], "the customer reported his hidden works")
day("2008-08-08")
contractor = {"company": "客户自选安装公司", "licenceNo": "6-1-00012", "classes": ["ERECT", "REPAIR", "TEST"], "grade": 4, "validUntil": "2012-01-01"}


def passed(codes):
    return [{"item": code, "verdict": "PASS"} for code in codes.split()]


submit("cf.jc1", "mid-inspection", {
    "arrivedOn": "2008-08-06", "inspectors": ["340121-jc1"], "contractor": contractor, "conclusion": "QUALIFIED",
    "items": passed("CABLE_LAYING EARTHING_LAYING MAIN_SWITCH SOURCE_INTERLOCK CABLE_TRENCH FOUNDATIONS")}, "qualified")

day("2008-09-11")
request("completion-inspection", "CONTRACTOR_LICENCE COMPLETION_REPORT AS_BUILT INSTALLATION_RECORDS TEST_REPORT SAFETY_TOOLS_REPORT EQUIPMENT_CERTS "
        "HIDDEN_RECORDS OPERATION_RULES OPERATORS METERING_REPORT".split(), "the customer reported his works finished")
day("2008-09-18")
opine("cf.zj1", "completion-inspection", "metering")
opine("cf.pd1", "completion-inspection", "distribution")
submit("cf.jc1", "completion-inspection", {
    "arrivedOn": "2008-09-16", "inspectors": ["340121-jc1", "340121-jc2"], "testUnit": contractor, "found": {"installedKva": 630, "earthingOhm": 3.2},
    "items": passed("LINES SWITCHGEAR PROTECTION ROOM_EARTHING TRANSFORMERS MID_RECORDS EQUIPMENT_TESTS RULES_AND_STAFF SAFETY METERING SOURCE_INTERLOCK"),
    "conclusion": "QUALIFIED"}, "qualified; four days, where two are promised and five assessed", **counter)
opine("cf.jl2", "contract", "draft")
told("contract: our draft handed to the customer")
opine("cf.jd1", "metering", "verify")
opine("cf.zc1", "metering", "issue")
certificate = {"no": "JD-1", "verifiedOn": "2008-05-01", "validUntil": "2013-05-01"}
submit("cf.zj1", "metering", {
    "installedOn": "2008-09-18", "installers": ["340121-zj1"], "customerSigner": "赵经理",
    "devices": [
        {"point": "1", "kind": "METER", "assetNo": f"DB{unique:06}", "spec": "DSZ 3×100V 1.5(6)A", "accuracy": "0.5S", "reactiveAccuracy": "2.0",
         "activeKwh": 0, "reactiveKvarh": 0, "certificate": certificate},
        {"point": "1", "kind": "CT", "assetNo": f"CT{unique:06}", "spec": "LZZBJ9-10", "accuracy": "0.5S", "ratio": "50/5", "certificate": certificate},
        {"point": "1", "kind": "PT", "assetNo": f"PT{unique:06}", "spec": "JDZ9-10", "accuracy": "0.5", "ratio": "10000/100", "certificate": certificate}],
    "seals": [{"sealNo": f"FA{unique:06}", "position": "METER", "assetNo": f"DB{unique:06}"}, {"sealNo": f"FB{unique:06}", "position": "TERMINAL_BOX"},
              {"sealNo": f"FC{unique:06}", "position": "CABINET_DOOR"}]}, "meter and transformers installed and sealed")

day("2008-09-22")
submit("cf.jl2", "contract", {
    "signedOn": "2008-09-22", "customer": {"name": "赵经理", "capacity": "LEGAL_REPRESENTATIVE"},
    "company": {"name": "程玲", "capacity": "AUTHORISED", "authorityNo": "SQ-2008-01"}, "customerStamp": "OFFICIAL_SEAL",
    "annexes": [{"code": "DEMARCATION"}, {"code": "SETTLEMENT"}]}, "signed; connection runs from today")

day("2008-09-26")
request("energisation", [], "the customer booked energising")
opine("cf.dd1", "energisation", "dispatch")
submit("cf.jl2", "energisation", {
    "outcome": "ENERGISED",
    "declarations": {"startUpPlan": "QD-2008-17", "electricians": [{"name": "陈电工", "certificateNo": "340121T", "validUntil": "2010-12-31"}],
                     "safetyMeasures": True, "tappingOrder": "JH-2008-09", "dispatchNumbers": "双凤102-15", "relaySettings": "DZ-88", "outage": "NOT_NEEDED"},
    "switchedOn": {"day": "2008-09-26", "time": "10:20", "customerSigner": "赵经理",
                   "transformers": [{"name": "1号变", "capacityKva": 630, "startedAt": "10:25"}],
                   "readings": [{"assetNo": f"DB{unique:06}", "activeKwh": 0, "reactiveKvarh": 0}]}}, "power is on")
opine("cf.cb1", "billing", "reading")
submit("cf.df1", "billing", {"book": f"B{unique:06}", "sequence": 1, "readingDay": 5, "cycle": "MONTHLY", "firstReadingOn": "2008-10-05"}, "card and reading book set up")

day("2008-09-27")
submit("cf.hf1", "callback", {"tries": [{"day": "2008-09-27", "time": "15:00", "reached": True}], "answer": "SATISFIED"}, "the customer is content")
submit("cf.da1", "archive", {"shelf": "A-01-01", "volumes": 1, "originals": ["PLAN_REPLY", "SUPPLY_CONTRACT"]}, "filed")

end = call("GET", f"/cases/{case}", who="cf.kf1")
days = {limit["limit"]: limit["used"] for limit in call("GET", f"/cases/{case}/limits", who="cf.kf1")["limits"] if limit["standard"] == "ASSESSED"}
five = ["PLAN_REPLY", "DESIGN_REVIEW", "MID_INSPECTION", "COMPLETION_INSPECTION", "CONNECTION"]
ledger = call("GET", f"/cases/{case}/events", who="cf.kf1")
print(f"\nCase {case}: {end['status']}. The company's working days: " + " + ".join(str(days[limit]) for limit in five) + f" = {sum(days[limit] for limit in five)}.")
print(f"The ledger has {end['summary']['events']} entries and its chain is {'whole' if ledger['intact'] else 'BROKEN'}.")
