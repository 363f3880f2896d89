import { catalogue } from '../console/i18n/catalogue';

export const lectureTexts = catalogue(
    {
        title: '巡讲签到',
        where: (place: string, time: string) => `${time} · ${place}`,
        by: (department: string) => `${department}主办`,
        staffNumber: '工号',
        staffNumberHelp: '工号只用来避免重复计数：我们只保留一串无法还原的摘要，巡讲结束后连谁来过这一场也不再保留。',
        department: '所在部门',
        choose: '请选择',
        signIn: '签到',
        sending: '正在签到…',
        missing: { staffNumber: '请填写工号。', department: '请选择所在部门。' },
        failed: '没有签到成功，请检查网络后重试。您填写的内容还在本页。',
        done: {
            title: '签到成功',
            text: '请把手机调成静音，祝您有所收获。重复签到只计一次。',
        },
        before: '填写讲前小测',
        after: '填写讲后小测',
        another: '为另一人签到',
        states: {
            PLANNED: { title: '签到尚未开放', text: '请稍候，主办部门开放后即可签到。' },
            HELD: { title: '本场巡讲已结束', text: '签到人数已经确定，不能再签到。' },
            CANCELLED: { title: '本场巡讲已取消', text: '请留意主办部门的通知。' },
        },
        unknown: { title: '没有这场巡讲', text: '链接可能不完整，请重新扫描墙上的二维码。' },
        unreachable: { title: '暂时打不开', text: '请检查网络后重试。' },
    },
    {
        title: 'Sign in to the lecture',
        where: (place: string, time: string) => `${time} · ${place}`,
        by: (department: string) => `Held by ${department}`,
        staffNumber: 'Staff number',
        staffNumberHelp:
            'Your number only keeps you from being counted twice: we keep a digest nobody can turn back, and once the lecture is over not even that you were at this one.',
        department: 'Your department',
        choose: 'Please choose',
        signIn: 'Sign in',
        sending: 'Signing in…',
        missing: { staffNumber: 'Enter your staff number.', department: 'Choose your department.' },
        failed: 'You are not signed in. Check the network and try again; what you entered is still here.',
        done: {
            title: 'You are signed in',
            text: 'Please mute your phone, and enjoy the lecture. Signing in twice counts once.',
        },
        before: 'Answer the quiz before it',
        after: 'Answer the quiz after it',
        another: 'Sign somebody else in',
        states: {
            PLANNED: {
                title: 'Not open yet',
                text: 'Wait a moment: you can sign in as soon as the department opens it.',
            },
            HELD: { title: 'This lecture is over', text: 'Who came is counted; nobody can sign in any more.' },
            CANCELLED: { title: 'This lecture is cancelled', text: 'The department that holds it will tell you more.' },
        },
        unknown: {
            title: 'There is no such lecture',
            text: 'The link may be incomplete: please scan the code on the wall again.',
        },
        unreachable: { title: 'Nobody answers', text: 'Check the network and try again.' },
    },
);
