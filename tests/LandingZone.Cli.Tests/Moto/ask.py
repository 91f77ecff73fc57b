"""Asks one operation of each protocol with boto3 and prints the code of the error, or "ok".

Usage: ask.py ENDPOINT. The proxy's refusals are as AWS makes them when AWS's own client reads them so.
"""

import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]


def client(service):
    return boto3.client(
        service, "eu-west-1", endpoint_url=ENDPOINT,
        aws_access_key_id="AKIAEXAMPLEMANAGEMENT", aws_secret_access_key="secret",
        config=Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1}))


def ask(name, call):
    try:
        call()
        print(name, "ok")
    except ClientError as error:
        print(name, error.response["Error"]["Code"])


ask("query", lambda: client("iam").get_account_summary())
ask("ec2", lambda: client("ec2").describe_vpcs())
ask("json", lambda: client("organizations").list_roots())
ask("s3", lambda: client("s3").get_bucket_policy_status(Bucket="contoso-shop-images"))
ask("role", lambda: client("sts").assume_role(RoleArn="arn:aws:iam::111122223333:role/Absent", RoleSessionName="ask"))
